"""What presses take: so far the ICC profiles that pictures are converted by (see NOTICE)."""
