"""What is worked out from a ledger when somebody asks: changes, track records, lineage, and what persons decided."""
