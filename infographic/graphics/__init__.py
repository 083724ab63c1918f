"""Data become marks: the pure functions under all devices. No I/O, no state, points, y down."""
