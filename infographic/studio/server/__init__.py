"""The studio's web: routes, the socket, guards, and the server that runs them."""
