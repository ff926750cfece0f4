import json
print(json.dumps({"b":1,"a":{"z":[{"y":1,"x":2},{}],"c":{"é":1,"e":2}},"":0}, sort_keys=True))
try: print(json.dumps({"b":1,2:3}, sort_keys=True))
except TypeError as e: print(e)
print(json.dumps({2:1,1:{"b":0,"a":9}}, sort_keys=True, indent=1))
class D(dict): pass
print(json.dumps(D(b=1,a=D(d=1,c=2)), sort_keys=True))
def default(o): return {"k": 1, "j": 2}
print(json.dumps({"q": object(), "p": {"n": object(), "m": 1}}, sort_keys=True, default=default))
try: json.dumps({"q": {1,2}, "p": 1}, sort_keys=True)
except TypeError as e: print(e)
