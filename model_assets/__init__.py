"""The trained model and the tables that travel with it: read as files, never imported."""
