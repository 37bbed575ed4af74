"""Statistics of the terms on offer: how common types of clause are, what a ban would catch, and which principles of good work they touch."""
