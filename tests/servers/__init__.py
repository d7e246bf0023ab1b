"""Servers on this machine that speak the interfaces of services, well and badly."""
