"""Switching a cohort from one way of paying to another, with a transition plan for each person.

R-CW-01, R-LE-12, R-TN-02. The commissioner opens a switch between two contracts; who is paid under
the first gets a transition plan, written by the commissioner or her social worker. She says whether
she wants it. Each person is moved alone, all or nothing, by the services that end and begin
agreements; whoever is not ready is left, and named.
"""
