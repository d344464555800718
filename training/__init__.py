"""Trains the reader's encoder. Needs the corpora beside the project and the packages of requirements/training.txt."""
