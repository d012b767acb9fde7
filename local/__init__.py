"""The embedded stack: everything Helsebro runs on, on loopback, without Docker and without an AWS account."""
