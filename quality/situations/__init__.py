"""What the program says of the demonstration, against an answer key: claims, origins, relations, figures."""
