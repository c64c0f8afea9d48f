"""OAuth 2.0 for native apps, for any server: no Qt, no files."""
