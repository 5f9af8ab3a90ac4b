"""Made-up inventions, and writers that put them into files of every format."""
