"""Imports what programs of a course on slowness import, so that every process starts with it.

A module costs a learner's first run 5 to 90 kB; one that is missing is read from the standard library's archive
when it is asked for. `asyncio`, `logging`, `subprocess`, `threading` and their like come with the interpreter.
"""

import _strptime
import array
import bisect
import cProfile
import calendar
import collections
import concurrent.futures.process
import concurrent.futures.thread
import contextlib
import copy
import csv
import dataclasses
import datetime
import decimal
import enum
import fractions
import functools
import glob
import hashlib
import heapq
import hmac
import inspect
import io
import itertools
import json
import linecache
import math
import multiprocessing.managers
import multiprocessing.pool
import multiprocessing.queues
import multiprocessing.synchronize
import operator
import pathlib
import pickle
import pstats
import queue
import random
import re
import runpy
import sched
import shlex
import shutil
import statistics
import string
import subprocess
import tempfile
import textwrap
import threading
import time
import timeit
import traceback
import tracemalloc
import types
import typing
import uuid
import weakref

# What tracebacks import when they are written.
import _suggestions
import ast
import difflib
