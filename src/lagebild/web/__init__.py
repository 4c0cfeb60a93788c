"""The pages of a knowledge base in a browser, and its programming interface; `create_app` makes the application."""
