"""What of this computer a sign-in depends on, looked at piece by piece."""
