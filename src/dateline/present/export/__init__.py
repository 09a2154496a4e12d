"""What an archive holds, in forms that other programs read; each module has one `write`."""
