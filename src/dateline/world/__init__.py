"""What is known of the world: gazetteer, boundaries, actors, dated facts."""
