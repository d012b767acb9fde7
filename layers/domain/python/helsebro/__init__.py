"""The rules of Helsebro in the field's own words: standard library only, no AWS, no HTTP."""
