"""The JSON API under `/api/v1`: the contract's shapes, with cursors, entity tags and an OpenAPI description."""
