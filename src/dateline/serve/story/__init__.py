"""The views of one story, worked out from what the archive holds; pages only draw them."""
