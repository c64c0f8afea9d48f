"""Where the strangers' servers are, and who signs in there."""

HOST = "127.0.0.1"
WHO, PASSWORD, NAME = "ada", "practice", "Ada Practice"
