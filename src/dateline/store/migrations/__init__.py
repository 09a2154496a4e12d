"""How the tables of an archive came to be, one revision a file; run by `store.open`."""
