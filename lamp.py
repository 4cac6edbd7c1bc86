import sys
print(__name__, sys.argv[1:], __file__ == 'lamp.py' or 'lamp.py' in __file__)
