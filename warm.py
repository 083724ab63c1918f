import sys,time,statistics as st
from pathlib import Path
from infographic import compose
def med(f,n=15):
    f();f();ts=[]
    for _ in range(n):
        t=time.perf_counter(); f(); ts.append((time.perf_counter()-t)*1e3)
    return round(st.median(ts),2), round(min(ts),2)
L={"extends":"families/daily","press":"newsprint","page":{"width":"120mm","height":"auto","margins":"4mm","ppi":200},"body":{"type":"stack","gap":"12pt","children":[{"$each":"/charts","do":{"type":"graphic","chart":{"$data":"."}}}]}}
E={**L,"body":{"type":"spacer","height":"10pt"}}
def story(n,kind,new=0):
    import random; r=random.Random(1)
    if kind=="bars": data={"columns":["县","产量"],"rows":[[f"县{i}",round(100+r.random()*100,1)+new] for i in range(12)]}
    if kind=="line":
        import datetime
        d=datetime.date(2018,1,1); v=100;rows=[]
        for i in range(2000):
            v+=r.random()-.5; rows.append([str(d+datetime.timedelta(i)),round(v,2)+new])
        data={"columns":["日期","指数"],"rows":rows}
    if kind=="table": data={"columns":["县","a","b","c","d","e"],"rows":[[f"县{i}"]+[round(r.random()*100,1)+new for _ in range(5)] for i in range(20)]}
    return {"headline":"x","charts" if kind!="table" else "tables":[{"title":"标题","data":data}]}
import json
for kind in ("bars","line","table"):
    p=Path(f"/tmp/w/sp_{kind}.json"); p.write_text(json.dumps(story(0,kind),ensure_ascii=False))
    lay=L if kind!="table" else {**L,"body":{"type":"graphic","chart":{"$data":"/tables/0"}}}
    base=med(lambda: compose(str(p),E)); full=med(lambda: compose(str(p),lay))
    k=[0]
    def newdata():
        k[0]+=1; p.write_text(json.dumps(story(0,kind,k[0]),ensure_ascii=False)); compose(str(p),lay)
    print(kind,"page without",base,"with",full,"new",med(newdata,7))
