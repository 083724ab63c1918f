"""Pages as files: PDF for the press and for screens, PNG. Backends draw and decide nothing."""
