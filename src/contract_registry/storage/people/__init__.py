"""Who is known here and how they show it; names and addresses stand sealed, each under a key of its own person."""
