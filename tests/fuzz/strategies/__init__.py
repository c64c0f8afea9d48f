"""What strangers send, drawn by hypothesis: a file for each thing that is sent."""
