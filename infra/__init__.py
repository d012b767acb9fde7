"""The bill of materials: every part on AWS, in CDK."""
