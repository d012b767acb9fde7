"""What crosses the boundary, as pydantic shapes: one module a noun, imported on first use only."""
