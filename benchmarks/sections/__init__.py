"""What a run measures, a part a module: each gives its lines one by one."""
