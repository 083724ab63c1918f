"""How a run goes: what it counts, and when garbage is collected."""
