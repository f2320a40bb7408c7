package layout

import (
	"slices"

	"github.com/reportlint/reportlint/internal/locale"
)

// Role is what a line is in its document.
type Role uint8

// The roles.
const (
	Blank      Role = iota // nothing visible
	Frame                  // what the site put around the text
	Meta                   // provenance the site printed: source, date, document number; not text, but a curator's metadata
	Title                  // the title of the document, also of one printed in parts
	Dateline               // where and when it was given: 2022年12月24日在…会议上
	Byline                 // who gave or wrote it
	Salutation             // 各位代表：
	Heading                // a heading of the outline
	Body                   // everything said
	Closing                // signature and date below the text
	Attachment             // 附件 and what is listed under it
	numRoles
)

var roleNames = [numRoles]locale.Text{
	Blank:      {Zh: "空行", En: "blank"},
	Frame:      {Zh: "页面框架", En: "frame"},
	Meta:       {Zh: "来源信息", En: "meta"},
	Title:      {Zh: "标题", En: "title"},
	Dateline:   {Zh: "题注", En: "dateline"},
	Byline:     {Zh: "署名", En: "byline"},
	Salutation: {Zh: "称谓", En: "salutation"},
	Heading:    {Zh: "小标题", En: "heading"},
	Body:       {Zh: "正文", En: "body"},
	Closing:    {Zh: "落款", En: "closing"},
	Attachment: {Zh: "附件", En: "attachment"},
}

// Name is the role's name in both languages.
func (r Role) Name() locale.Text { return roleNames[r] }

// Text reports whether the role belongs to the document itself: neither blank, nor frame, nor meta.
func (r Role) Text() bool { return r != Blank && r != Frame && r != Meta }

// Part says which part of a site a line of Role Frame or Meta is.
type Part uint8

// The parts.
const (
	NoPart     Part = iota
	Nav             // menus, channels, search fields, languages
	Breadcrumb      // 您的位置：首页 > …
	Toolbar         // print, close, font size
	Counter         // views, replies, words
	Provenance      // source, date, document number
	Editor          // editors' marks
	Prompt          // scan, share, log in, download, cookies
	Footer          // owners, codes, addresses, legal notices
	Forum           // profiles, ranks, floors
	Comment         // comment boxes
	Related         // other pages' headlines
	Pager           // previous, next, page numbers
	Wiki            // encyclopedia and source-library software
	Sharing         // document-sharing sites
	Listing         // bars, dates and prompts between the entries of a listing page
	Stub            // a label with nothing behind it
	Duplicate       // the title once more, before the title
	numParts
)

var partNames = [numParts]locale.Text{
	NoPart:     {Zh: "页面框架", En: "page frame"},
	Nav:        {Zh: "导航菜单", En: "navigation"},
	Breadcrumb: {Zh: "当前位置", En: "breadcrumb"},
	Toolbar:    {Zh: "页面工具", En: "toolbar"},
	Counter:    {Zh: "浏览计数", En: "counter"},
	Provenance: {Zh: "来源信息", En: "provenance"},
	Editor:     {Zh: "编辑署名", En: "editor's mark"},
	Prompt:     {Zh: "扫码、分享、登录等提示", En: "prompt"},
	Footer:     {Zh: "页脚", En: "footer"},
	Forum:      {Zh: "论坛框架", En: "forum frame"},
	Comment:    {Zh: "评论区", En: "comment box"},
	Related:    {Zh: "相关推荐", En: "related links"},
	Pager:      {Zh: "翻页", En: "pagination"},
	Wiki:       {Zh: "维基界面", En: "wiki interface"},
	Sharing:    {Zh: "文库界面", En: "document-sharing interface"},
	Listing:    {Zh: "列表残留", En: "listing frame"},
	Stub:       {Zh: "空标签", En: "empty label"},
	Duplicate:  {Zh: "重复标题", En: "repeated title"},
}

// Name is the part's name in both languages.
func (p Part) Name() locale.Text { return partNames[p] }

// partByName are the names that markers.txt and rules use; place is for markers.txt alone.
var partByName = map[string]Part{
	"nav": Nav, "breadcrumb": Breadcrumb, "toolbar": Toolbar, "counter": Counter, "provenance": Provenance, "editor": Editor, "prompt": Prompt,
	"footer": Footer, "forum": Forum, "comment": Comment, "related": Related, "pager": Pager, "wiki": Wiki, "sharing": Sharing,
	"listing": Listing, "stub": Stub, "duplicate": Duplicate, "place": Nav,
}

// PartByName is the part that rules call name.
func PartByName(name string) (Part, bool) {
	p, ok := partByName[name]
	return p, ok && name != "place"
}

// PartNames are the names that rules may use, sorted.
func PartNames() []string {
	var out []string
	for name := range partByName {
		if name != "place" {
			out = append(out, name)
		}
	}
	slices.Sort(out)
	return out
}
