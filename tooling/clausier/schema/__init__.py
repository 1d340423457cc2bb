"""Front matter and YAML: their trees with places, and what the schemas say of them."""
