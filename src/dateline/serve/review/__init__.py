"""What people decide about a machine-made record: appended, folded over it, never mixed in."""
