"""Run by Alembic for each migration: uses the connection, and the transaction, that twosource opened."""

from alembic import context

from twosource.ledger.schema import VERSION_TABLE, Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    version_table=VERSION_TABLE,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
