"""The pages of the desk, each a function of a request."""
