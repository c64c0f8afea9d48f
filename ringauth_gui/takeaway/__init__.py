"""What leaves the app, without secrets unless a person says otherwise."""
