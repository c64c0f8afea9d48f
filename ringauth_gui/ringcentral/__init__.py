"""What only RingCentral has: servers, checks, codes; no Qt."""
