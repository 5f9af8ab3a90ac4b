"""Report → text or file. One format a file."""
