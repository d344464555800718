"""How a ledger's schema came to be. A step that was released is never changed; see docs/guide/ledger.md."""
