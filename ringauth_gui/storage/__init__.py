"""What RingAuth keeps: profiles in a file, secrets in the keyring."""
