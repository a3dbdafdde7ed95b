// Made by its builder.
