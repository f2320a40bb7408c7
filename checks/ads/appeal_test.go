package ads

import (
	"os"
	"strings"
	"testing"
)

// TestAppeals puts sentences that name no trade of the list, or hardly one, into a report: what gives them away is an account with a
// call to act, in words that the report has nowhere else. Contacts that offices give stay.
func TestAppeals(t *testing.T) {
	report, err := os.ReadFile("../../fixtures/clean/dalian-2022.txt")
	if err != nil {
		t.Fatal(err)
	}
	list, err := os.ReadFile("../../rules/ads/trades.txt")
	if err != nil {
		t.Fatal(err)
	}
	c := newSpamChecks(t, string(list))
	at := strings.Index(string(report), "\n") + 1
	for _, tc := range []struct {
		sentence string
		promoted bool
	}{
		{"车辆违章扣分代处理，一分八十，加微信cf1234。", true},
		{"老公出轨怎么查？专业调查取证，加微信zt007008。", true},
		{"搬家、开锁、疏通下水道，随叫随到，电话15900112233。", true},
		{"一部手机就能做，一天两百元，想赚零花钱的朋友联系13333445566。", true},
		{"数据出售，各行业客户电话都有，加飞机号@shuju668。", true},
		{"点此领取您的专属红包，数量有限，先到先得。", true},
		{"全市12345热线受理群众诉求一万二千件，也可以拨打0411-83601234反映问题。", false},
		{"联系人：张三，手机：13804111234，报名的朋友请提前联系。", false},
		{"请关注“大连发布”微信公众号，登录www.dl.gov.cn办理。", false},
		{"请扫码下载国家反诈中心APP，开启来电预警。", false},
		{"有需要的企业可以拨打400-123-4567咨询，由县中小企业服务中心受理。", false},
		{"骗子常说“在家就能做，一天三百，加微信jz88866领取任务”。", false},
	} {
		s := string(report[:at]) + tc.sentence + "\n" + string(report[at:])
		found := c.find(s)
		if !tc.promoted {
			if len(found) > 0 {
				t.Errorf("%s: found %q", tc.sentence, found[0].Of(s))
			}
			continue
		}
		if len(found) != 1 || found[0].Start != at || found[0].End < at+len(tc.sentence)-len("。") {
			t.Errorf("%s: found %v, want %d:%d", tc.sentence, found, at, at+len(tc.sentence))
		}
	}
}
