"""Copies of documents without the names of those who wrote or ordered them. One file format a module.

A name is covered character by character (■), so that every other character stays where it was; what is only about
people (properties, comments, authors of changes, page headers) is taken out. What a picture shows is not looked at.
"""
