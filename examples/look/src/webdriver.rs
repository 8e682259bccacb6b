//! A browser that does as it is told: Chromium, by the [WebDriver](https://www.w3.org/TR/webdriver2/)
//! protocol.

use std::process::Stdio;
use std::time::{Duration, Instant};

use base64::prelude::{BASE64_STANDARD, Engine as _};
use reqwest::{Client, Method};
use serde_json::{Value, json};
use tokio::io::{AsyncBufReadExt as _, BufReader, Lines};
use tokio::process::{Child, ChildStdout, Command};

/// What can go wrong: the driver is not there, or does not find what it is asked for.
pub type Failure = Box<dyn std::error::Error + Send + Sync>;

/// How long a page may take to show what is waited for.
const PATIENCE: Duration = Duration::from_secs(30);

/// A browser window. It is closed when this is dropped.
#[derive(Debug)]
pub struct Browser {
    client: Client,
    session: String,
    _driver: Child,
    /// Read no further, but open: the driver would end for want of somebody to tell.
    _output: Lines<BufReader<ChildStdout>>,
}

impl Browser {
    /// Opens one; `None`, with a line that says so, where there is no `chromedriver`.
    ///
    /// # Errors
    /// If the driver can't open a browser.
    #[allow(clippy::print_stderr, reason = "a test that does nothing says so")]
    pub async fn open() -> Result<Option<Self>, Failure> {
        let driver = Command::new("chromedriver")
            .arg("--port=0")
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .kill_on_drop(true)
            .spawn();
        let Ok(mut driver) = driver else {
            eprintln!("skipped: there is no chromedriver to open a browser with");
            return Ok(None);
        };
        let (port, output) = port(&mut driver).await?;
        let client = Client::new();
        let arguments = [
            "--headless=new",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
        ];
        let wanted = json!({ "capabilities": { "alwaysMatch": {
            "browserName": "chrome",
            "goog:chromeOptions": { "args": arguments },
        } } });
        let base = format!("http://127.0.0.1:{port}/session");
        let opened: Value = client
            .post(&base)
            .json(&wanted)
            .send()
            .await?
            .json()
            .await?;
        let id = opened.pointer("/value/sessionId").and_then(Value::as_str);
        let id = id.ok_or_else(|| format!("no browser: {opened}"))?;
        Ok(Some(Self {
            session: format!("{base}/{id}"),
            client,
            _driver: driver,
            _output: output,
        }))
    }

    async fn command(&self, method: Method, path: &str, body: Value) -> Result<Value, Failure> {
        let mut request = self
            .client
            .request(method.clone(), format!("{}{path}", self.session));
        if method == Method::POST {
            request = request.json(&body);
        }
        let mut answer: Value = request.send().await?.json().await?;
        let value = answer.get_mut("value").map(Value::take).unwrap_or_default();
        match value.get("error").and_then(Value::as_str) {
            Some(error) => Err(format!("{path}: {error}: {value}").into()),
            None => Ok(value),
        }
    }

    /// Opens an address.
    ///
    /// # Errors
    /// If it does not load.
    pub async fn open_page(&self, url: &str) -> Result<(), Failure> {
        self.command(Method::POST, "/url", json!({ "url": url }))
            .await?;
        Ok(())
    }

    /// Opens an address in a tab of its own. What [closes](Self::close_tab) it is the tab before.
    ///
    /// # Errors
    /// If it does not load.
    pub async fn open_tab(&self, url: &str) -> Result<String, Failure> {
        let before = self.command(Method::GET, "/window", Value::Null).await?;
        let before = before.as_str().unwrap_or_default().to_owned();
        let kind = json!({ "type": "tab" });
        let new = self.command(Method::POST, "/window/new", kind).await?;
        let new = new.get("handle").and_then(Value::as_str);
        self.show_tab(new.unwrap_or_default()).await?;
        self.open_page(url).await?;
        Ok(before)
    }

    /// Closes the tab, and shows the one before.
    ///
    /// # Errors
    /// If the browser is gone.
    pub async fn close_tab(&self, before: &str) -> Result<(), Failure> {
        self.command(Method::DELETE, "/window", Value::Null).await?;
        self.show_tab(before).await
    }

    async fn show_tab(&self, handle: &str) -> Result<(), Failure> {
        let wanted = json!({ "handle": handle });
        self.command(Method::POST, "/window", wanted).await?;
        Ok(())
    }

    /// Runs a script in the page; what it returns.
    ///
    /// # Errors
    /// If it throws.
    pub async fn run(&self, script: &str) -> Result<Value, Failure> {
        let body = json!({ "script": script, "args": [] });
        self.command(Method::POST, "/execute/sync", body).await
    }

    /// The address that is shown.
    ///
    /// # Errors
    /// If the browser is gone.
    pub async fn address(&self) -> Result<String, Failure> {
        let url = self.command(Method::GET, "/url", Value::Null).await?;
        Ok(url.as_str().unwrap_or_default().to_owned())
    }

    /// Waits for an element, by its CSS selector.
    async fn element(&self, selector: &str) -> Result<String, Failure> {
        let until = Instant::now() + PATIENCE;
        let wanted = json!({ "using": "css selector", "value": selector });
        loop {
            match self.command(Method::POST, "/element", wanted.clone()).await {
                Ok(found) => {
                    let id = found.as_object().and_then(|found| found.values().next());
                    let id = id
                        .and_then(Value::as_str)
                        .ok_or("an element without an id")?;
                    return Ok(format!("/element/{id}"));
                }
                Err(_) if Instant::now() < until => {
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
                Err(error) => {
                    let (url, text) = (self.address().await?, self.source().await?);
                    return Err(format!("{error}; at {url}: {text}").into());
                }
            }
        }
    }

    /// Does something with an element, once it is there.
    async fn at(
        &self,
        method: Method,
        selector: &str,
        what: &str,
        body: Value,
    ) -> Result<Value, Failure> {
        let until = Instant::now() + PATIENCE;
        loop {
            let path = format!("{}/{what}", self.element(selector).await?);
            match self.command(method.clone(), &path, body.clone()).await {
                // another page has come in between, and nothing was done
                Err(error) if is_stale(&error) && Instant::now() < until => {}
                done => return done,
            }
        }
    }

    async fn source(&self) -> Result<String, Failure> {
        let source = self.command(Method::GET, "/source", Value::Null).await?;
        Ok(source.as_str().unwrap_or_default().to_owned())
    }

    /// Clicks on an element, once it is there.
    ///
    /// # Errors
    /// If it does not come up, or can't be clicked on.
    pub async fn click(&self, selector: &str) -> Result<(), Failure> {
        self.at(Method::POST, selector, "click", json!({})).await?;
        Ok(())
    }

    /// Types into a field, in place of what is there.
    ///
    /// # Errors
    /// If it does not come up, or can't be typed into.
    pub async fn fill(&self, selector: &str, text: &str) -> Result<(), Failure> {
        self.at(Method::POST, selector, "clear", json!({})).await?;
        let keys = json!({ "text": text });
        self.at(Method::POST, selector, "value", keys).await?;
        Ok(())
    }

    /// The text of an element, once it is there.
    ///
    /// # Errors
    /// If it does not come up.
    pub async fn text(&self, selector: &str) -> Result<String, Failure> {
        let text = self.at(Method::GET, selector, "text", Value::Null).await?;
        Ok(text.as_str().unwrap_or_default().to_owned())
    }

    /// An attribute of an element, once it is there.
    ///
    /// # Errors
    /// If it does not come up, or has none of that name.
    pub async fn attribute(&self, selector: &str, name: &str) -> Result<String, Failure> {
        let what = format!("attribute/{name}");
        let value = self.at(Method::GET, selector, &what, Value::Null).await?;
        Ok(value
            .as_str()
            .ok_or_else(|| format!("`{selector}` has no `{name}`"))?
            .to_owned())
    }

    /// Waits for a heading that says this.
    ///
    /// # Errors
    /// If it does not come up.
    pub async fn wait_for(&self, heading: &str) -> Result<(), Failure> {
        let until = Instant::now() + PATIENCE;
        loop {
            // the page may change in between
            let shown = self.text("h1").await.unwrap_or_default();
            if shown == heading {
                return Ok(());
            }
            if Instant::now() > until {
                let source = self.source().await?;
                return Err(format!("`{shown}` in place of `{heading}`: {source}").into());
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
    }

    /// Forgets all cookies of the page.
    ///
    /// # Errors
    /// If the browser is gone.
    pub async fn forget_cookies(&self) -> Result<(), Failure> {
        self.command(Method::DELETE, "/cookie", Value::Null).await?;
        Ok(())
    }

    /// A command of Chromium's own, by its
    /// [DevTools protocol](https://chromedevtools.github.io/devtools-protocol/).
    ///
    /// # Errors
    /// If it knows none of that name, or refuses it.
    pub async fn devtools(&self, command: &str, parameters: Value) -> Result<Value, Failure> {
        let body = json!({ "cmd": command, "params": parameters });
        self.command(Method::POST, "/goog/cdp/execute", body).await
    }

    /// Shows pages as a screen of this width does, by day or by night.
    ///
    /// # Errors
    /// If the browser is gone.
    pub async fn screen(&self, width: u32, dark: bool) -> Result<(), Failure> {
        let metrics =
            json!({ "width": width, "height": 900, "deviceScaleFactor": 1, "mobile": false });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics)
            .await?;
        let scheme = if dark { "dark" } else { "light" };
        let features = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        self.devtools("Emulation.setEmulatedMedia", features)
            .await?;
        Ok(())
    }

    /// A picture of the page, as PNG.
    ///
    /// # Errors
    /// If the browser is gone.
    pub async fn picture(&self) -> Result<Vec<u8>, Failure> {
        let whole = json!({ "format": "png", "captureBeyondViewport": true });
        let picture = self.devtools("Page.captureScreenshot", whole).await?;
        let data = picture.get("data").and_then(Value::as_str);
        Ok(BASE64_STANDARD.decode(data.unwrap_or_default())?)
    }

    /// A picture of an element as it is shown, as PNG.
    ///
    /// # Errors
    /// If it does not come up.
    pub async fn picture_of(&self, selector: &str) -> Result<Vec<u8>, Failure> {
        let picture = self
            .at(Method::GET, selector, "screenshot", Value::Null)
            .await?;
        Ok(BASE64_STANDARD.decode(picture.as_str().unwrap_or_default())?)
    }

    /// Keeps pictures of the page for people to look at, in the folder that the environment variable
    /// `PICTURES` names: of a phone and of a desk, by day and by night.
    ///
    /// # Errors
    /// If the browser is gone, or the folder.
    pub async fn keep_pictures(&self, name: &str) -> Result<(), Failure> {
        if std::env::var_os("PICTURES").is_none() {
            return Ok(());
        }
        for (width, dark) in [(390, false), (390, true), (1280, false), (1280, true)] {
            self.screen(width, dark).await?;
            let kind = if dark { "dark" } else { "light" };
            self.keep_picture(&format!("{name}-{width}-{kind}")).await?;
        }
        Ok(())
    }

    /// Keeps a picture of the page as it is, in the same folder.
    ///
    /// # Errors
    /// If the browser is gone, or the folder.
    pub async fn keep_picture(&self, name: &str) -> Result<(), Failure> {
        let Some(folder) = std::env::var_os("PICTURES") else {
            return Ok(());
        };
        let file = std::path::Path::new(&folder).join(format!("{name}.png"));
        std::fs::write(file, self.picture().await?)?;
        Ok(())
    }

    /// Closes the window.
    ///
    /// # Errors
    /// If the browser is gone.
    pub async fn close(self) -> Result<(), Failure> {
        self.command(Method::DELETE, "", Value::Null).await?;
        Ok(())
    }
}

/// Whether an element has gone with its page.
fn is_stale(error: &Failure) -> bool {
    error.to_string().contains(": stale element reference: ")
}

/// The port that the driver says it listens at.
async fn port(driver: &mut Child) -> Result<(u16, Lines<BufReader<ChildStdout>>), Failure> {
    let output = driver.stdout.take().ok_or("the driver has no output")?;
    let mut lines = BufReader::new(output).lines();
    while let Some(line) = lines.next_line().await? {
        let port = line.rsplit_once("successfully on port ");
        if let Some((_, port)) = port {
            return Ok((port.trim_end_matches('.').parse()?, lines));
        }
    }
    Err("the driver has ended before it listened".into())
}
