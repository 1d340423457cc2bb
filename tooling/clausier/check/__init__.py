"""Asking the rules, and keeping what was asked for."""
