"""Files that strangers might send: broken, huge, lying, hostile. Each is made by a few lines here."""
